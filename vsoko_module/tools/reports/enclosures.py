"""Pictures and files that people put into a report, checked by what is in them.

Both are jobs of another process (`tools.apart`). A picture is drawn anew, so nothing of its file
comes through but its points: no place or camera of a photo (EXIF), no text, nothing behind the
end of the picture.
"""

import io
import re
import zipfile

from ..readers import limits
from ..readers.archive import office_parts
from ..readers.refusals import Refused

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# the longer side of a picture on a page of 17 cm at 300 points an inch, and of a scan of A4
PICTURE_SIDE, SCAN_SIDE = 2000, 3600
# a photo kept as PNG takes ten times its JPEG
PNG_BYTES = 3 * limits.MEGABYTE
QUALITY = 88
# main part of an office file, by its extension
OFFICE = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
}
PICTURES = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG}
# the numbers of a chart are an embedded workbook: it runs nothing
_ACTIVE = re.compile(
    r"(?:.*(?:vbaProject|activeX/|afchunk|embeddings/.*\.bin$).*|(?:Basic|Scripts)/.*)",
    re.IGNORECASE,
)
EXTENSIONS = (".pdf", *OFFICE, *PICTURES)


def is_picture(content):
    """Whether the bytes begin as a PNG or a JPEG does."""
    return content.startswith((PNG, JPEG))


def clean(content, side=None):
    """Bytes of the picture drawn anew: upright, without metadata, its longer side at most ``side``,
    by default that of a picture on a page.

    :raise Refused: for what is no PNG or JPEG, is damaged, or has too many bytes or points
    """
    if len(content) > limits.PICTURE_BYTES:
        raise Refused("picture_too_big", limit=limits.PICTURE_BYTES // limits.MEGABYTE)
    if not is_picture(content):
        raise Refused("picture_kind")
    try:
        return _draw(content, side or PICTURE_SIDE)
    except Refused:
        raise
    except Exception:
        # a damaged picture ends in any error of its reader
        raise Refused("picture_broken") from None


def _draw(content, side):
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > limits.PICTURE_POINTS:
            raise Refused("picture_points", limit=limits.PICTURE_POINTS // 1_000_000)
        kind = opened.format
        picture = _on_white(ImageOps.exif_transpose(opened), Image)
    picture.thumbnail((side, side))
    drawn = _save(picture, kind)
    return drawn if len(drawn) <= PNG_BYTES or kind == "JPEG" else _save(picture, "JPEG")


def _on_white(picture, Image):
    """The picture in three colours; what is transparent becomes the paper."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture)
        picture = paper
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    return plain


def _save(picture, kind):
    buffer = io.BytesIO()
    options = {"quality": QUALITY} if kind == "JPEG" else {}
    picture.save(buffer, kind, optimize=True, **options)
    return buffer.getvalue()


def check_file(content, extension):
    """Nothing, for a file that is what its name says.

    :param extension: one of ``EXTENSIONS``
    :raise Refused: for another content, macros and embedded objects, an archive that unpacks
        without bounds, and too many bytes
    """
    if len(content) > limits.FILE_BYTES:
        raise Refused("enclosure_too_big", limit=limits.FILE_BYTES // limits.MEGABYTE)
    if extension in OFFICE:
        return _check_office(content, extension)
    start = PICTURES.get(extension, b"%PDF-")
    if not content.startswith(start):
        raise Refused("enclosure_content", extension=extension)
    return None


def _check_office(content, extension):
    try:
        office_parts(content, OFFICE[extension])
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (Refused, zipfile.BadZipFile):
        raise Refused("enclosure_content", extension=extension) from None
    active = next((name for name in names if _ACTIVE.fullmatch(name)), None)
    if active:
        raise Refused("enclosure_active", name=active)

"""Pictures as people upload them, made here."""

import io

from PIL import Image

GPS = 0x8825


def picture(kind="JPEG", size=(40, 20), mode="RGB", colour=(200, 30, 30), **options):
    """Bytes of a picture of one colour."""
    buffer = io.BytesIO()
    Image.new(mode, size, colour).save(buffer, kind, **options)
    return buffer.getvalue()


def photo():
    """A JPEG that lies on its side, with the camera and the place in it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of a person"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[0x1D] = "2026:02:03"
    return picture(exif=exif.tobytes())


def opened(content):
    return Image.open(io.BytesIO(content))

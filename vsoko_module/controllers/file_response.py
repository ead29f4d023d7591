from odoo.http import content_disposition, request

from ..models.reporting.reports.vsoko_report_files import MIMETYPES

# what is made for one reader: reports, and all of a period at once
_MADE = MIMETYPES | {"zip": "application/zip"}


def made_file_response(name, content, extension):
    """Send a file that was made for this reader; a PDF opens in the browser."""
    kind = "inline" if extension == "pdf" else "attachment"
    return request.make_response(
        content,
        [
            ("Content-Type", _MADE[extension]),
            ("Content-Length", len(content)),
            ("Content-Disposition", content_disposition(name, kind)),
            ("X-Content-Type-Options", "nosniff"),
        ],
    )


def file_response(publication, file_id):
    """Send a file of a publication that the reader may see; else the page does not exist.

    The type comes from our own table and the browser must save the file, so a file can never run
    as a page of the school.
    """
    file = publication.file_ids.filtered(lambda attached: attached.id == file_id)
    if not file:
        raise request.not_found()
    stream = file.env["ir.binary"]._get_stream_from(
        file, "content", mimetype=file._get_mimetype(), filename=file.name
    )
    response = stream.get_response(as_attachment=True)
    response.headers["Content-Type"] = file._get_mimetype()
    response.headers["Content-Disposition"] = content_disposition(file.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

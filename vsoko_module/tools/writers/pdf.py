"""HTML → PDF with paged-media CSS, by WeasyPrint in this very process."""

import logging

# both tell of every step and of every property they pass over
for _name in ("fontTools", "weasyprint", "weasyprint.progress"):
    logging.getLogger(_name).setLevel(logging.ERROR)


class PdfEngineMissing(RuntimeError):
    """WeasyPrint or one of the system libraries under it cannot be loaded."""


def html_to_pdf(html):
    """Bytes of the PDF of a self-contained page.

    Only ``data:`` addresses are opened, so no text that reaches the page can make the server
    read its own files or call other hosts.

    :raise PdfEngineMissing: names what is missing
    """
    try:
        # loaded on first use: a server without the system libraries must still start
        import weasyprint
    except (ImportError, OSError) as error:
        raise PdfEngineMissing(str(error)) from error
    fetcher = weasyprint.URLFetcher(allowed_protocols=("data",))
    return weasyprint.HTML(string=html, url_fetcher=fetcher).write_pdf()

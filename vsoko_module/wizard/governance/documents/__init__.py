from . import vsoko_document_cancellation

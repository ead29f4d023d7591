def migrate(cr, version):
    """Take the systems of indicators and the regulations of a school off those of another one,
    from which the program had copied them."""
    cr.execute(
        """UPDATE vsoko_framework own
              SET parent_id = NULL
             FROM vsoko_framework origin
            WHERE origin.id = own.parent_id AND origin.company_id <> own.company_id"""
    )
    cr.execute(
        """DELETE FROM vsoko_document_basis_rel link
            USING vsoko_document own, vsoko_document basis
            WHERE own.id = link.document_id AND basis.id = link.basis_id
              AND own.company_id <> basis.company_id"""
    )

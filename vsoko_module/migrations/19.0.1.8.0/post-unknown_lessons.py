def migrate(cr, version):
    """An absence whose missed lessons nobody told had 0 of them: nobody could say so."""
    cr.execute("UPDATE vsoko_absence SET lessons = NULL WHERE lessons = 0")

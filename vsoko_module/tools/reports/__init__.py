"""Content of reports: declarations, frozen figures, tables, charts, sentences. No database."""

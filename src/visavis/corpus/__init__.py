"""The files of a corpus as tables: records, schemas, reading, canonical form."""

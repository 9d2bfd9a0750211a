"""The released revisions of the schema, oldest first; the last one is what the program writes."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005")

"""The most that is read of one feed: a hostile or broken one costs no more than this."""

# --- the document -----------------------------------------------------------------------------------------
# What lies beyond is read as if the connection had been cut there.
LARGEST_FEED = 10_000_000  # bytes
LARGEST_JSON = 4_000_000  # bytes; objects in memory weigh up to thirty times their text
MOST_TAGS = 300_000
LONGEST_TAG = 20_000  # characters of the attributes of one element
MOST_NAMESPACES = 1_000
LONGEST_PROLOG = 200_000  # characters of anything before the feed begins

# --- entities that the document declares itself -----------------------------------------------------------
MOST_ENTITIES = 300
LONGEST_ENTITY = 200  # characters
MOST_EXPANDED = 1_000_000  # characters that all of them together may add
MOST_REFERENCES = 1_500_000  # of all kinds in one document

# --- what is kept -----------------------------------------------------------------------------------------
MOST_ITEMS = 2_000
LONGEST_TITLE = 500  # characters, like all that follow
LONGEST_BEGINNING = 120  # of a summary that stands for a missing title
LONGEST_SUMMARY = 200_000
LONGEST_NAME = 300
LONGEST_LINK = 4_000
LONGEST_ID = 1_000
LONGEST_DATE = 100
MOST_AUTHORS = 10
MOST_ALIKE = 50  # elements of one kind in one entry
# The longest writing of one character, so that a text can be cut before its entities are decoded.
LONGEST_CHARACTER = 8
LONGEST_INTERVAL = 43_200  # minutes, 30 days

"""Does our customer's journey work on a phone?"""

__version__ = "0.1.0"

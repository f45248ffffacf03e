"""The book's experiments as cards, read when this is imported: in a thread, before somebody looks at them."""

from nn.races.cards import cards

CARDS = cards()

"""The modules that the book's programs import, on `nn`."""

from nn.own_code.loading.book.serving import BOOK_FILES as BOOK_FILES
from nn.own_code.loading.book.serving import book_functions as book_functions
from nn.own_code.loading.book.serving import book_module as book_module

"""The article as it is read: words in a column, with everything that is marked painted behind and under them."""

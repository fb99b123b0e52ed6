"""What the law asks of each side before two cities may sign, as data with clocks; and what it asks afterwards."""

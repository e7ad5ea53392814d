"""What each template gets: its own page's data, every sentence and address ready made."""

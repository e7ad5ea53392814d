"""What has to be known of paper before a page is made for it: how wide texts are, what fits."""

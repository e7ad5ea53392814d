"""The public data set Free Exercise DB into exercises of a guide.

It lies at https://github.com/yuhonas/free-exercise-db, in the public domain (Unlicense). It says
much of how an exercise is done, little of how long, and nothing of who should not do it. What it
doesn't say is never made up: each exercise lists what somebody has to look at.
"""

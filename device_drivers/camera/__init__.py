"""Cameras for still pictures: on USB through OpenCV, and a folder of files that plays one.

Quality: bronze.  Unplugged, busy, covered and silent are told apart; the path through OpenCV is
proven with a recorded film, not against a camera yet.
"""

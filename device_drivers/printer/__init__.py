"""Label printers: ZPL over TCP or a USB device file, and PDF through the system's spooler.

Quality: bronze.  A job is sent once; when nobody knows whether it was printed, that is what the
answer says.  Proven against the simulator and a scripted ``lp``, not against a printer yet.
"""

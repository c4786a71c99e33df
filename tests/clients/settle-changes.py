"""settle-changes.py SOFFICE PROFILE IN.odt OUT.odt accept|reject: opens a document in LibreOffice, settles all its recorded changes, saves it."""

import sys

from office import opened, save


def main(soffice, profile, source, target, verdict):
    with opened(soffice, profile, source) as (document, context):
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        command = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}[verdict]
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        save(document, target)


main(*sys.argv[1:])

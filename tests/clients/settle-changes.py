"""settle-changes.py SOFFICE PROFILE IN.odt OUT.odt accept|reject: opens a document in LibreOffice, settles all its recorded changes, saves it."""

import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def option(name, value):
    pair = PropertyValue()
    pair.Name, pair.Value = name, value
    return pair


def main(soffice, profile, source, target, verdict):
    pipe = "cahier" + uuid.uuid4().hex
    office = subprocess.Popen(
        [soffice, "-env:UserInstallation=" + uno.systemPathToFileUrl(profile), "--headless", "--norestore", "--nologo",
         "--nodefault", f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"])
    desktop = None
    try:
        context = connect(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (option("Hidden", True),))
        command = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}[verdict]
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        document.storeToURL(uno.systemPathToFileUrl(target), (option("FilterName", "writer8"),))
        document.close(True)
    finally:
        try:
            if desktop is not None:
                desktop.terminate()
            office.wait(30)
        except Exception:
            office.kill()


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")


main(*sys.argv[1:])

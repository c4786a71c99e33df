"""A document open in LibreOffice, without a window, through its UNO bridge."""

import subprocess
import time
import uuid
from contextlib import contextmanager

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def option(name, value):
    pair = PropertyValue()
    pair.Name, pair.Value = name, value
    return pair


@contextmanager
def opened(soffice, profile, source):
    """Gives the document and the desktop's services; LibreOffice ends with it."""
    pipe = "cahier" + uuid.uuid4().hex
    office = subprocess.Popen(
        [soffice, "-env:UserInstallation=" + uno.systemPathToFileUrl(profile), "--headless", "--norestore", "--nologo",
         "--nodefault", f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"])
    desktop = None
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (option("Hidden", True),))
        yield document, context
        document.close(True)
    finally:
        try:
            if desktop is not None:
                desktop.terminate()
            office.wait(30)
        except Exception:
            office.kill()


def save(document, target):
    """Writes the document as ODT, or as DOCX where its name ends so."""
    name = "MS Word 2007 XML" if target.endswith(".docx") else "writer8"
    document.storeToURL(uno.systemPathToFileUrl(target), (option("FilterName", name),))


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")

package dev.pushlab.bench.writing;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Reads pages and pictures strictly: whatever isn't closed or escaped fails. */
public final class Xml {

    private Xml() {}

    public static Document page(String html) {
        return parse(html.replace("<!DOCTYPE html>", "").replaceAll("(<meta [^>]*)>", "$1/>"));
    }

    public static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }
}

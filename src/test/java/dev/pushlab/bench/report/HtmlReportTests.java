package dev.pushlab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Run;
import dev.pushlab.bench.result.Saying;
import dev.pushlab.bench.result.SelfCheck;
import dev.pushlab.bench.result.Subject;
import dev.pushlab.bench.writing.Resources;
import dev.pushlab.bench.writing.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page: whole, closed in itself, and readable without a script. */
class HtmlReportTests {

    private static final String HOSTILE = "\"><script>alert(1)</script>&amp;\u0000";

    private final String html = Format.HTML.write(Reports.mixed(1));
    private final Document page = Xml.page(html);

    @Test
    void loadsNothingAndRunsNothing() {
        assertThat(html)
                .contains(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .doesNotContain("<script", "<link", "<img", "src=", "href=", "url(", "@import");
    }

    @Test
    void everyPictureTellsItsTitleAndWhatItShows() {
        var pictures = elements(page, "svg");
        assertThat(pictures).hasSize(4);
        for (var picture : pictures) {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            var labels = List.of(picture.getAttribute("aria-labelledby").split(" "));
            assertThat(labels)
                    .allMatch(id -> !byId(picture, id).getTextContent().isBlank());
            assertThat(byId(picture, labels.get(1)).getTextContent()).contains("sse", "ndjson: invalid");
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(elements(page, "*").stream()
                        .map(element -> element.getAttribute("id"))
                        .filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void besideEveryPictureStandsItsTable() {
        assertThat(elements(page, "figure"))
                .allMatch(figure ->
                        !elements((Element) figure.getParentNode(), "table").isEmpty());
    }

    @Test
    void everyRunShowsItsChecks() {
        assertThat(elements(page, "details")).hasSize(12);
        assertThat(html)
                .contains("load, sockjs-eventsource <small class=\"bad\">0 of 3 repeats count</small>")
                .contains("<b>FAILED</b> generator: 91 % of its share, at most 70 %")
                .contains("<b>passed</b> schedule kept: 0 of 200 events late")
                .contains("<b>NOT clean</b> ledger: 200,000 expected, 199,993 received, 7 lost");
    }

    @Test
    void aReportMadeInAHurryHasABanner() {
        assertThat(Format.HTML.write(Reports.indicative(Reports.valid())))
                .containsSubsequence("<body>", "class=\"banner\"", "INDICATIVE: ", "<h1>");
    }

    @Test
    void everyTextIsShownAsItIs() {
        String hostile = Format.HTML.write(hostile());
        assertThat(hostile).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;\uFFFD");
        assertThat(Xml.page(hostile).getElementsByTagName("script").getLength()).isZero();
        Xml.parse(Charts.cpuFile(hostile()));
    }

    @Test
    void stylesNeedNoEscapes() {
        assertThat(Resources.PALETTE + Resources.CHART + Resources.PAGE).doesNotContain("<", ">", "&");
    }

    private static Report hostile() {
        var valid = Reports.valid();
        var subject = new Subject(HOSTILE, Reports.ours("sse").implementation(), 0);
        var run = new Run(
                1, 1, Reports.CLEAN, Map.of(Measure.SERVER_CPU, 2.0), List.of(new SelfCheck(HOSTILE, true, HOSTILE)));
        return new Report(
                valid.version(),
                false,
                HOSTILE,
                valid.date(),
                1,
                valid.machine(),
                valid.settings(),
                List.of(HOSTILE),
                List.of(new Row(Row.LOAD, subject, List.of(run)), new Row(HOSTILE, subject, List.of(run))),
                List.of(new Saying(HOSTILE, Saying.Verdict.OPEN, HOSTILE, HOSTILE)));
    }

    private static Element byId(Element within, String id) {
        return elements(within, "*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> elements(Document document, String name) {
        return list(document.getElementsByTagName(name));
    }

    private static List<Element> elements(Element within, String name) {
        return list(within.getElementsByTagName(name));
    }

    private static List<Element> list(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

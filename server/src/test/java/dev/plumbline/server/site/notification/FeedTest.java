package dev.plumbline.server.site.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.notification.feed.FeedKeys;
import dev.plumbline.server.site.PageServer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static PageServer server;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = new PageServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isAtomWithWhatTheStandardAsksFor() throws Exception {
        HttpResponse<String> answer = get("/projects/acme/regressions.atom");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml; charset=utf-8");
        Document feed = parsed(answer.body());
        Element root = feed.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(texts(root, "id").getFirst())
                .matches("tag:127\\.0\\.0\\.1,\\d{4}-\\d\\d-\\d\\d:project/\\d+/regressions");
        assertThat(texts(root, "title").getFirst()).startsWith("Regressions of Acme");
        NodeList entries = root.getElementsByTagNameNS(ATOM, "entry");
        assertThat(entries.getLength())
                .as("two were confirmed, one is suspected")
                .isEqualTo(2);
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            assertThat(texts(entry, "id")).hasSize(1);
            assertThat(texts(entry, "updated")).singleElement().asString().matches("\\d{4}-.*T.*Z");
            assertThat(texts(entry, "title")).singleElement().asString().isNotEmpty();
            assertThat(texts(entry, "content")).singleElement().asString().doesNotContain("<script");
        }
        List<String> ids = texts(root, "id");
        assertThat(new HashSet<>(ids)).as("each identity once").hasSameSizeAs(ids);
        assertThat(get("/projects/acme/regressions.atom").body())
                .as("nothing changes while nothing happens")
                .isEqualTo(answer.body());
    }

    @Test
    void aPrivateProjectsFeedNeedsATokenOrItsOwnKey() throws Exception {
        String path = "/projects/hidden/regressions.atom";
        new FeedKeys(server.database).replace(server.hidden.project(), new TokenSecret("plbf_right").hash());

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(get(path + "?key=plbf_wrong").statusCode()).isEqualTo(404);
        assertThat(get(path + "?key=plbf_right").statusCode()).isEqualTo(200);
        assertThat(get(path, "Authorization", "Bearer " + server.instanceToken.text())
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/projects/hidden?key=plbf_right").statusCode())
                .as("the key opens nothing else")
                .isEqualTo(404);
        assertThat(get("/projects/acme/regressions.atom?key=plbf_right").statusCode())
                .isEqualTo(404);
        assertThat(get(path + "?key=plbf_right").body()).doesNotContain("plbf_right");
    }

    @Test
    void pagesOfAProjectSayWhereItsFeedIs() throws Exception {
        assertThat(get("/projects/acme").body())
                .contains(
                        "type=\"application/atom+xml\" title=\"Regressions\" href=\"/projects/acme/regressions.atom\"");
        assertThat(get("/").body()).doesNotContain("application/atom+xml");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS(ATOM, name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}

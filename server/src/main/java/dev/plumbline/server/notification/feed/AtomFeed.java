package dev.plumbline.server.notification.feed;

import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.notification.channel.MailFormat;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionState;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A project's regressions as an Atom feed (RFC 4287). The identities are tag URIs (RFC 4151) made of values that never change: the server's
 * host, the day on which the project was created, and the keys.
 */
public final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLOutputFactory factory = XMLOutputFactory.newInstance();

    /**
     * The document.
     *
     * @param server the address of this server without a slash at its end
     * @param self the feed's own address, without a key
     * @param forge the addresses of the project's commits
     * @param entries the regressions, latest change first
     */
    public String write(URI server, Project project, String self, ForgeLinks forge, List<FeedQueries.Entry> entries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(text);
            Notification.Head head = new Notification.Head(
                    server.toString(), project.slug(), project.name(), 0, "", 0, true, project.createdAt(), forge);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", tag(server, project, "regressions"));
            element(xml, "title", "Regressions of " + Messages.shortened(project.name(), 200));
            Instant updated = entries.stream()
                    .map(FeedQueries.Entry::updatedAt)
                    .max(Instant::compareTo)
                    .orElse(project.createdAt());
            element(xml, "updated", updated.toString());
            link(xml, "self", self);
            link(xml, "alternate", head.url("/regressions"));
            xml.writeStartElement("author");
            element(xml, "name", "Plumbline");
            xml.writeEndElement();
            element(xml, "generator", "Plumbline");
            for (FeedQueries.Entry entry : entries) {
                entry(xml, server, project, head, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed could not be written", e);
        }
        return text.toString();
    }

    private static void entry(
            XMLStreamWriter xml, URI server, Project project, Notification.Head head, FeedQueries.Entry entry)
            throws XMLStreamException {
        NotificationEvent event = event(entry.regression().state());
        Message message = Messages.of(new Notification.OfRegressions(head, event, List.of(entry.regression()), ""));
        xml.writeStartElement("entry");
        element(
                xml,
                "id",
                tag(server, project, "regression/" + entry.regression().id()));
        element(xml, "title", message.headline());
        element(xml, "published", entry.regression().openedAt().toString());
        element(xml, "updated", entry.updatedAt().toString());
        link(xml, "alternate", message.url());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.regression().state().label());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(characters(MailFormat.fragment(message)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** What happened to it last, in the words of messages. */
    private static NotificationEvent event(RegressionState state) {
        return switch (state) {
            case SUSPECTED -> NotificationEvent.OPENED;
            case CONFIRMED -> NotificationEvent.CONFIRMED;
            case REOPENED -> NotificationEvent.REOPENED;
            case FIXED -> NotificationEvent.FIXED;
            case RETRACTED -> NotificationEvent.RETRACTED;
            case ACKNOWLEDGED, EXPECTED, FALSE_ALARM -> NotificationEvent.TRIAGED;
        };
    }

    private static String tag(URI server, Project project, String what) {
        String host = Optional.ofNullable(server.getHost()).orElse("localhost");
        String day = project.createdAt().toString().substring(0, 10);
        return "tag:" + host + "," + day + ":project/" + project.id() + "/" + what;
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(characters(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    /** The text with what XML doesn't allow replaced: control characters, halves of surrogate pairs, and the last two code points of a plane. */
    private static String characters(String text) {
        StringBuilder held = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean allowed = character == '\n'
                    || character == '\t'
                    || (character >= 0x20 && character <= 0xD7FF)
                    || (character >= 0xE000 && character <= 0xFFFD)
                    || character >= 0x10000;
            held.appendCodePoint(allowed ? character : 0xFFFD);
        });
        return held.toString();
    }
}

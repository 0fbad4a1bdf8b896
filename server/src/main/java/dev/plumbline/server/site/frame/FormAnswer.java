package dev.plumbline.server.site.frame;

/** What follows from a form that was sent. */
public sealed interface FormAnswer {

    /**
     * It was accepted: the browser goes on to a page of this server.
     *
     * @param path path and query
     */
    record Accepted(String path) implements FormAnswer {}

    /**
     * It was refused: the page is shown again, with what was typed and what is wrong with it.
     *
     * @param page the page
     */
    record Refused(Page page) implements FormAnswer {}
}

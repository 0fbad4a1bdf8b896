package dev.plumbline.server.http;

/** A problem as a page without any design, for failures that none of our pages has caught. */
final class PlainProblemPage {

    private PlainProblemPage() {}

    static String html(Problem problem) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + escaped(problem.title())
                + "</title><h1>" + escaped(problem.title()) + "</h1><p>" + escaped(problem.detail()) + "</p></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dev.plumbline.server.site.frame;

/** A page: a record whose template has the record as its only parameter. */
public interface Page {

    /** The template's path below the templates' folder. */
    String template();
}

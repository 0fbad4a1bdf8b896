package dev.plumbline.forge.repository;

/**
 * A comment on a pull request.
 *
 * @param id what identifies it at the forge
 * @param body its Markdown
 * @param own whether it was written with the same credential
 * @param folded whether it is minimised; false if the forge can't minimise
 * @param url its address
 */
public record Comment(String id, String body, boolean own, boolean folded, String url) {}

package dev.plumbline.forge.repository;

/**
 * An issue.
 *
 * @param number its number in the repository
 * @param url its page
 */
public record Issue(int number, String url) {}

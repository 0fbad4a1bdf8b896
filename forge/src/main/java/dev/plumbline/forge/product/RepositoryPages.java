package dev.plumbline.forge.product;

/** The addresses of a repository's pages, as people open them. Names are git's, and are encoded for their place. */
public interface RepositoryPages {

    /** The repository. */
    String repository();

    /** A commit. */
    String commit(String sha);

    /** The commits after one, up to and including another. */
    String range(String after, String upTo);

    /** A branch. */
    String branch(String name);

    /** A pull request. */
    String pullRequest(int number);

    /**
     * The commits of an author.
     *
     * @param name the name in the commits, without the address
     * @param branch the branch that they are on
     */
    String author(String name, String branch);
}

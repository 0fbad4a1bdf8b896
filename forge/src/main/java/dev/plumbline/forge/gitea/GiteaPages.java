package dev.plumbline.forge.gitea;

import dev.plumbline.forge.product.Encoded;
import dev.plumbline.forge.product.RepositoryPages;

/** The pages of a repository on Gitea or Forgejo. A search is split at blanks and matches as a pattern, so a dot stands for each of them. */
record GiteaPages(String repository) implements RepositoryPages {

    @Override
    public String commit(String sha) {
        return repository + "/commit/" + sha;
    }

    @Override
    public String range(String after, String upTo) {
        return repository + "/compare/" + after + "..." + upTo;
    }

    @Override
    public String branch(String name) {
        return repository + "/src/branch/" + Encoded.path(name);
    }

    @Override
    public String pullRequest(int number) {
        return repository + "/pulls/" + number;
    }

    @Override
    public String author(String name, String branch) {
        return repository + "/commits/branch/" + Encoded.path(branch) + "/search?q="
                + Encoded.query("author:" + name.replace(' ', '.'));
    }
}

package dev.plumbline.collector.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

    @TempDir
    private Path folder;

    @Test
    void logsTheFirstParentsNewestFirst() {
        Git git = Git.init(folder);
        String root = git.commit("root");
        git.run("checkout", "--quiet", "-b", "topic");
        git.commit("on the topic");
        git.run("checkout", "--quiet", "main");
        String second = git.commit("second: »quoted« | \"a\\b\"");
        git.run("merge", "--quiet", "--no-ff", "-m", "merge the topic", "topic");
        String merge = git.run("rev-parse", "HEAD");

        GitLog log = new GitRepository(folder).firstParentLog(merge, 200);

        assertThat(log.warning()).isEmpty();
        assertThat(log.commits()).extracting(LoggedCommit::sha).containsExactly(merge, second, root);
        assertThat(log.commits()).extracting(LoggedCommit::parent).containsExactly(second, root, "");
        assertThat(log.commits().get(1).subject()).isEqualTo("second: »quoted« | \"a\\b\"");
        assertThat(log.commits().get(1).author()).isEqualTo("Ada Lovelace");
        assertThat(log.commits().get(2).committedAt()).startsWith("2026-01-");
    }

    @Test
    void stopsAtTheLimitWithoutAWarning() {
        Git git = Git.init(folder);
        for (int i = 0; i < 5; i++) {
            git.commit("commit " + i);
        }

        GitLog log = new GitRepository(folder).firstParentLog(git.run("rev-parse", "HEAD"), 3);

        assertThat(log.commits()).hasSize(3);
        assertThat(log.commits().get(2).parent()).hasSize(40);
        assertThat(log.warning()).isEmpty();
    }

    @Test
    void warnsOfAShallowCloneAndStillNamesTheParentOfItsOldestCommit() throws IOException {
        Path origin = Files.createDirectory(folder.resolve("origin"));
        Git git = Git.init(origin);
        git.commit("first");
        String second = git.commit("second");
        String third = git.commit("third");
        new Git(folder).run("clone", "--quiet", "--depth", "1", origin.toUri().toString(), "shallow");

        GitLog log = new GitRepository(folder.resolve("shallow")).firstParentLog(third, 200);

        assertThat(log.commits()).hasSize(1);
        assertThat(log.commits().get(0).parent()).isEqualTo(second);
        assertThat(log.warning())
                .isEqualTo("the clone is shallow: only 1 commit of history, so a baseline may not be found. Fetch more"
                        + " (actions/checkout: fetch-depth: 0; elsewhere: git fetch --unshallow).");
    }

    @Test
    void saysWhyThereIsNoHistoryOfACommitThatWasNotFetched() {
        Git.init(folder).commit("first");

        GitLog log = new GitRepository(folder).firstParentLog("0123456789012345678901234567890123456789", 200);

        assertThat(log.commits()).isEmpty();
        assertThat(log.warning())
                .startsWith("no history of commit 0123456789012345678901234567890123456789: fatal: bad object")
                .contains("fetch-depth: 0");
    }

    @Test
    void knowsTheBranchAndResolvesNames() {
        Git git = Git.init(folder);
        String first = git.commit("first");
        GitRepository repository = new GitRepository(folder);

        assertThat(repository.branch()).contains("main");
        assertThat(repository.resolve("HEAD")).contains(first);
        assertThat(repository.resolve(first.substring(0, 8))).contains(first);
        assertThat(repository.resolve("--all")).isEmpty();
        assertThat(repository.resolve("nowhere")).isEmpty();

        git.run("checkout", "--quiet", "--detach");
        assertThat(repository.branch()).isEmpty();
    }

    @Test
    void isEmptyOutsideOfARepository() {
        GitRepository repository = new GitRepository(folder);

        assertThat(repository.branch()).isEmpty();
        assertThat(repository.resolve("HEAD")).isEmpty();
        assertThat(repository.firstParentLog("0123456", 10).warning()).contains("not a git repository");
    }
}

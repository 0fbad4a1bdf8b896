package dev.plumbline.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.project.Projects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BranchOrderTest {

    private static Database database;
    private long project;
    private long branch;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void makeBranch() {
        project = new Projects(database)
                .create("p" + System.nanoTime(), "Order", "main", true)
                .id();
        branch = database.transaction(handle -> handle.createQuery(
                        "insert into branch (project_id, name) values (:projectId, 'main') returning branch_id")
                .bind("projectId", project)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void keepsTheOrderOfALog() {
        place(0, 1, 2, 3);

        assertThat(order()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void appendsWhatALaterLogAdds() {
        place(0, 1);
        place(0, 1, 2, 3, 4);

        assertThat(order()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void putsABackfilledCommitBetweenItsRelatives() {
        place(0, 1);
        place(4, 5);
        place(1, 2, 3, 4);

        assertThat(order()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void putsOlderHistoryBeforeWhatIsPlaced() {
        place(5, 6);
        place(2, 3, 4, 5);

        assertThat(order()).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void fallsBackToTheCommitTimeWithoutALog() {
        place(10, 20, 30);
        place(25);
        place(5);
        place(40);

        assertThat(order()).containsExactly(5, 10, 20, 25, 30, 40);
    }

    @Test
    void putsACommitWithoutTimeOrRelativesAtTheEnd() {
        place(10, 20);
        database.execute(handle -> {
            CommitInfo unknown = CommitInfo.of(Uploads.sha(7));
            new CommitRegistry(handle, project).record(List.of(unknown), false);
            new BranchOrder(handle, project, branch).place(List.of(unknown));
        });

        assertThat(order()).containsExactly(10, 20, 7);
    }

    @Test
    void ancestryWinsOverCommitTime() {
        // 3 was committed before 2 by its clock, but the log says that it follows 2.
        CommitInfo early = new CommitInfo(
                Uploads.sha(3),
                Optional.of(Uploads.sha(2)),
                Optional.of(Instant.parse("2020-01-01T00:00:00Z")),
                "",
                "");
        place(0, 1, 2);
        place(List.of(Uploads.commit(2), early));

        assertThat(order()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void numbersTheBranchAnewWhenAGapIsUsedUp() {
        place(0, 100);
        // Each of these halves what is left of the gap of 2^20 before commit 100: the 21st finds none.
        for (int number = 1; number <= 40; number++) {
            place(number);
        }
        place(99);
        for (int number = 98; number > 60; number--) {
            place(number);
        }

        List<Integer> expected = new ArrayList<>();
        for (int number = 0; number <= 40; number++) {
            expected.add(number);
        }
        for (int number = 61; number <= 100; number++) {
            expected.add(number);
        }
        assertThat(order()).containsExactlyElementsOf(expected);
    }

    private void place(int... numbers) {
        List<CommitInfo> chain = new ArrayList<>();
        for (int number : numbers) {
            chain.add(Uploads.commit(number));
        }
        place(chain);
    }

    private void place(List<CommitInfo> chain) {
        database.execute(handle -> {
            new CommitRegistry(handle, project).record(chain, false);
            new BranchOrder(handle, project, branch).place(chain);
        });
    }

    private List<Integer> order() {
        return database.read(handle -> handle.createQuery("""
            select sha from branch_commit where project_id = :projectId and branch_id = :branchId order by position
            """)
                .bind("projectId", project)
                .bind("branchId", branch)
                .map((row, context) -> Integer.parseInt(row.getString("sha").substring(33), 16) - 0xabc0000)
                .list());
    }
}

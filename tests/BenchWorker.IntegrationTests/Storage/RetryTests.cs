using System.Globalization;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>When a board that failed is tried again, by the functions of the schema alone.</summary>
public sealed class RetryTests
{
    private const int MaxAttempts = 12;

    /// <summary>Fails the board until it is parked, and tells of each failure whether its pause lies within half and one and a half of the power of two.</summary>
    private const string FailAgainAndAgain = """
        create table pause (attempt integer, seconds float8, within boolean, waits boolean);
        do $$
        declare
            c record;
            w record;
            earliest timestamptz;
            latest timestamptz;
            fate text := 'retry';
            nominal float8;
        begin
            while fate = 'retry' loop
                select * into strict c from bench.claim('worker', '30 s');
                earliest := clock_timestamp();
                fate := bench.fail('b', c.token, 'no', false, 12);
                latest := clock_timestamp();
                select * into w from bench.work where board = 'b';
                nominal := least(power(2, c.attempts), 600);
                insert into pause values (c.attempts, extract(epoch from w.ready_at - latest),
                    w.ready_at between earliest + 0.5 * nominal * interval '1 s' and latest + 1.5 * nominal * interval '1 s',
                    not exists (select from bench.claim('worker', '30 s')));
                update bench.work set ready_at = now();
            end loop;
        end $$
        """;

    [Fact]
    public async Task Pauses_double_up_to_ten_minutes_with_jitter_and_end_in_failure_after_which_a_request_starts_afresh()
    {
        await using TestDatabase database = await RequestedAsync();

        await database.ExecuteAsync(FailAgainAndAgain);

        (await database.RowsAsync("select attempt, within, waits from pause order by 1")).ShouldBe(Enumerable.Range(1, MaxAttempts).Select(static attempt => $"{attempt}|t|t"));
        (await database.RowsAsync("select state, attempts, error from bench.refresh_request")).ShouldBe([$"failed|{MaxAttempts}|no"]);
        (await database.ScalarAsync<long>("select count(*) from bench.claim('worker', '30 s')")).ShouldBe(0);
        await database.ExecuteAsync("insert into bench.refresh_request (board) values ('b'); select bench.intake()");
        (await database.RowsAsync("select board, attempts from bench.claim('worker', '30 s')")).ShouldBe(["b|1"]);
    }

    [Fact]
    public async Task Boards_that_fail_together_are_not_tried_together_again()
    {
        await using TestDatabase first = await RequestedAsync();
        await using TestDatabase second = await RequestedAsync();

        await first.ExecuteAsync(FailAgainAndAgain);
        await second.ExecuteAsync(FailAgainAndAgain);

        double[] pauses = [.. await PausesAsync(first), .. await PausesAsync(second)];
        pauses.Select(static seconds => Math.Round(seconds, 2)).Distinct().Count().ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task A_passing_failure_costs_no_attempt_and_is_tried_again_at_once()
    {
        await using TestDatabase database = await RequestedAsync();

        for (int failure = 0; failure < 20; failure++)
        {
            await database.ExecuteAsync("do $$ begin perform bench.fail('b', c.token, 'gone', true, 1) from bench.claim('worker', '30 s') c; end $$");
            (await database.RowsAsync("select attempts, parked, ready_at < clock_timestamp() + interval '0.5 s', owner from bench.work")).ShouldBe(["0|f|t|"]);
            await database.ExecuteAsync("update bench.work set ready_at = now()");
        }

        (await database.RowsAsync("select state, error from bench.refresh_request")).ShouldBe(["accepted|gone"]);
    }

    private static async Task<TestDatabase> RequestedAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.board (slug, title) values ('b', 'B'); insert into bench.refresh_request (board) values ('b'); select bench.intake()");
        return database;
    }

    /// <summary>Of the fifth failure on, each as a share of its nominal length.</summary>
    private static async Task<IEnumerable<double>> PausesAsync(TestDatabase database) =>
        (await database.RowsAsync("select seconds / least(power(2, attempt), 600) from pause where attempt between 5 and 11")).Select(static text => double.Parse(text, CultureInfo.InvariantCulture));
}

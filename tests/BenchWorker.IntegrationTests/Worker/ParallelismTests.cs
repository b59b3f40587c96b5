using System.Globalization;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>However much is due at once, no more boards are read than the configuration allows.</summary>
public sealed class ParallelismTests
{
    private const int Boards = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Forty_boards_that_are_due_at_once_are_read_by_no_more_lanes_than_configured(int lanes)
    {
        await using Bench bench = await Bench.CreateAsync();
        // A board's read takes the first free seat for as long as it lasts, and fails when there is none.
        await bench.Database.ExecuteAsync($$"""
            create function take_seat() returns integer language plpgsql as $$
            begin
                for seat in 1..{{lanes}} loop
                    if pg_try_advisory_xact_lock(7, seat) then
                        perform pg_sleep(0.1);
                        return seat;
                    end if;
                end loop;
                raise exception 'more than {{lanes}} boards are read at once';
            end $$
            """);
        for (int board = 0; board < Boards; board++)
            bench.WriteBoard(string.Create(CultureInfo.InvariantCulture, $"board-{board}"), "source: { query: \"select 'T' as task, 'Alpha' as model, take_seat() as value\" }");

        WorkerProcess worker = await bench.StartAsync($"BenchWorker:Worker:Parallelism={lanes}", "BenchWorker:Worker:MaxAttempts=1");
        await bench.UntilAsync($"select count(*) = {Boards} from bench.work where done > 0 or parked");

        (await bench.Database.RowsAsync("select board, last_error from bench.work where last_error is not null")).ShouldBeEmpty(worker.Log);
        IEnumerable<int> seats = Enumerable.Range(0, Boards).Select(board => Seat(bench, board));
        // All of them were used: the boards were not simply read one after the other.
        seats.Distinct().Order().ShouldBe(Enumerable.Range(1, lanes));
    }

    /// <summary>The only value on the board.</summary>
    private static int Seat(Bench bench, int board)
    {
        string scores = File.ReadAllText(Path.Combine(bench.Site, "current", "boards", string.Create(CultureInfo.InvariantCulture, $"board-{board}"), "scores.csv"));
        string[] lines = scores.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] head = lines[0].TrimEnd('\r').Split(',');
        return (int)double.Parse(lines[1].TrimEnd('\r').Split(',')[Array.IndexOf(head, "value")], CultureInfo.InvariantCulture);
    }
}

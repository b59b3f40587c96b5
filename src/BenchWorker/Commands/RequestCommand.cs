using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BenchWorker;

/// <summary><c>benchworker request BOARD [--wait]</c></summary>
internal static class RequestCommand
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        Argument<string> board = new("board") { Description = "Slug of the board" };
        Option<bool> wait = new("--wait") { Description = "Wait until a worker has answered and say how; exit status 1 when it failed" };
        Command command = new("request", "Ask the workers for a refresh: one row in bench.refresh_request, as any SQL client can insert") { board, wait };
        command.SetAction((parsed, ct) => DatabaseCommand.RunAsync(
            parsed, (_, results) => RunAsync(results.Database, parsed.GetRequiredValue(board), parsed.GetValue(wait), ct), ct));
        return command;
    }

    private static async Task<int> RunAsync(NpgsqlDataSource database, string board, bool wait, CancellationToken ct)
    {
        await using NpgsqlCommand insert = database.CreateCommand("insert into bench.refresh_request (board) values ($1) returning id");
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = board });
        long id = (long)(await insert.ExecuteScalarAsync(ct))!;
        if (!wait)
        {
            Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"Request {id} for {board} is in the queue."));
            return ExitStatus.Done;
        }

        RefreshRequest request = await OutcomeAsync(database, id, ct);
        Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"Request {id} for {board}: {request.State} after {request.Attempts} attempts{(request.Error is { } error ? $": {error}" : "")}."));
        return request.State == "done" ? ExitStatus.Done : ExitStatus.Failed;
    }

    private static async Task<RefreshRequest> OutcomeAsync(NpgsqlDataSource database, long id, CancellationToken ct)
    {
        await using BenchContext bench = BenchContext.On(database);
        while (true)
        {
            RefreshRequest request = await bench.RefreshRequests.SingleAsync(row => row.Id == id, ct);
            if (request.FinishedAt is not null)
                return request;
            await Task.Delay(Glance, ct);
        }
    }
}

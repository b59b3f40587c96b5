using System.Diagnostics;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>Reads any board from the source that it declares.</summary>
public sealed class ResultSources(NpgsqlDataSource database, QueryLimits limits) : IResultSource
{
    private readonly SchemaResultSource schema = new(database);
    private readonly QueryResultSource query = new(database, limits);

    public Task<ResultSnapshot> ReadAsync(Board board, CancellationToken ct) => board.Source switch
    {
        BoardSource.Benchmark => schema.ReadAsync(board, ct),
        BoardSource.Query => query.ReadAsync(board, ct),
        _ => throw new UnreachableException(),
    };
}

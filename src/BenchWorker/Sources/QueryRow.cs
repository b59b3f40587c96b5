using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>Reads rows of a board's own query by the names of its columns.</summary>
internal sealed class QueryRow
{
    private static readonly string[] Standard =
        ["benchmark", "task", "subset", "model", "metric", "higher_is_better", "value", "stderr", "n", "run_at", "run", "sample_id", "missing", "recorded_at"];

    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly (string Name, int Column)[] dimensions;
    private readonly DimensionPool pool = new();
    private readonly StringPool strings = new();
    private readonly Board board;
    private readonly BoardSource.Query source;
    private int row;

    /// <exception cref="ResultSourceException">A required column is missing, or a name comes twice.</exception>
    public QueryRow(Board board, BoardSource.Query source, NpgsqlDataReader reader)
    {
        this.board = board;
        this.source = source;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!columns.TryAdd(reader.GetName(i), i))
                throw new ResultSourceException($"The query of board {board.Slug} returns two columns called \"{reader.GetName(i)}\".");
        }

        if (!columns.ContainsKey("value"))
            throw new ResultSourceException($"The query of board {board.Slug} returns no column \"value\"; it returns: {string.Join(", ", columns.Keys)}.");
        dimensions = [.. columns.Where(column => !Standard.Contains(column.Key, StringComparer.OrdinalIgnoreCase) && column.Key is not "dimensions").Select(column => (column.Key, column.Value))];
    }

    /// <summary>Latest recorded_at of the rows read, where the query returns one; else the latest run_at.</summary>
    public DateTimeOffset? Newest { get; private set; }

    /// <param name="number">Of the row, from 1, for messages.</param>
    /// <exception cref="ResultSourceException">A field does not hold what its column promises.</exception>
    public Result Read(NpgsqlDataReader reader, int number)
    {
        row = number;
        Require(ResultText.Value(Text(reader, "value"), out double value, out MissingReason? missing));
        Require(ResultText.HigherIsBetter(Text(reader, "higher_is_better"), out bool? higher));
        Require(ResultText.StandardError(Text(reader, "stderr"), out double? error));
        Require(ResultText.Count(Text(reader, "n"), out long? count));
        Require(ResultText.Time(Text(reader, "run_at"), out DateTimeOffset? at));
        Require(ResultText.Time(Text(reader, "recorded_at"), out DateTimeOffset? recorded));
        if ((recorded ?? at) is { } time && !(Newest > time)) Newest = time;
        if (source.Sentinels.Contains(value)) (value, missing, error) = (double.NaN, MissingReason.NotRun, null);
        return new()
        {
            Benchmark = Name(reader, "benchmark", board.Title),
            Task = Name(reader, "task", board.Title),
            Subset = Optional(reader, "subset"),
            Model = Name(reader, "model", ""),
            Metric = Name(reader, "metric", board.Metric?.Name ?? "value"),
            Direction = higher switch { true => Direction.HigherIsBetter, false => Direction.LowerIsBetter, null => Direction.Unknown },
            Value = value,
            Missing = missing,
            StandardError = error,
            SampleCount = count,
            RunAt = at,
            Run = Optional(reader, "run"),
            SampleId = Optional(reader, "sample_id"),
            Dimensions = Dimensions(reader),
        };
    }

    private IReadOnlyDictionary<string, string> Dimensions(NpgsqlDataReader reader)
    {
        string json = Text(reader, "dimensions");
        if (dimensions.Length == 0 && json.Length == 0) return pool.Parse("{}");
        try
        {
            var all = new Dictionary<string, string>(json.Length == 0 ? pool.Parse("{}") : pool.Parse(json), StringComparer.Ordinal);
            foreach ((string name, int column) in dimensions)
            {
                if (!reader.IsDBNull(column)) all[name] = strings.Intern(TextOf(reader, column));
            }

            return all;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ResultSourceException($"Row {row} of the query of board {board.Slug}: dimensions are not a JSON object.", e);
        }
    }

    private string Text(NpgsqlDataReader reader, string name) =>
        columns.TryGetValue(name, out int column) && !reader.IsDBNull(column) ? TextOf(reader, column) : "";

    private string Name(NpgsqlDataReader reader, string name, string absent) => columns.ContainsKey(name) ? strings.Intern(Text(reader, name)) : absent;

    private string? Optional(NpgsqlDataReader reader, string name) => Text(reader, name) is { Length: > 0 } text ? strings.Intern(text) : null;

    private static string TextOf(NpgsqlDataReader reader, int column) => reader.GetString(column);

    private void Require(string? wrong)
    {
        if (wrong is not null) throw new ResultSourceException($"Row {row} of the query of board {board.Slug}: {wrong}.");
    }
}

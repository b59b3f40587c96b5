namespace BenchWorker.Site;

/// <summary>The board of a benchmark that no board file names.</summary>
public static class DefaultBoard
{
    /// <param name="benchmark">Its name in the database.</param>
    public static Board For(string benchmark) => new()
    {
        Slug = Slug.From(benchmark),
        Title = benchmark.Trim().Length == 0 ? "Unnamed benchmark" : benchmark,
        Source = new BoardSource.Benchmark(benchmark),
    };

    /// <summary>The declared boards, and a default one for every benchmark that no declared board reads.</summary>
    /// <remarks>A default board whose slug a declared board has taken is left out: the file wins.</remarks>
    public static IReadOnlyList<Board> Complete(IReadOnlyList<Board> declared, IEnumerable<string> benchmarks)
    {
        HashSet<string> named = new(declared.Select(static board => board.Source).OfType<BoardSource.Benchmark>().Select(static source => source.Name), StringComparer.Ordinal);
        HashSet<string> slugs = new(declared.Select(static board => board.Slug), StringComparer.Ordinal);
        return [.. declared, .. benchmarks.Where(name => !named.Contains(name)).Order(StringComparer.Ordinal).Select(For).Where(board => slugs.Add(board.Slug))];
    }
}

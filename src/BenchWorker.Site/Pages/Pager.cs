using System.Globalization;

namespace BenchWorker.Site;

/// <summary>A list too long for one page, cut into several.</summary>
/// <param name="Path">Of the first page; the others have the same name with a number.</param>
internal sealed record Pager(string Path, int Items, int PageSize)
{
    /// <summary>Between the name and the number; no page of its own may have a name like that.</summary>
    public char Separator { get; init; } = '-';

    public int Pages => Math.Max(1, (Items + PageSize - 1) / PageSize);

    /// <param name="page">Starts at 1.</param>
    public string PathOf(int page) => page == 1 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path[..Path.LastIndexOf('.')]}{Separator}{page}.html");

    public IReadOnlyList<T> Slice<T>(IReadOnlyList<T> items, int page) => [.. items.Skip((page - 1) * PageSize).Take(PageSize)];

    /// <summary>Whether a page shows what it showed when the items were <paramref name="before"/>, and as one of as many.</summary>
    public bool Same<T>(IReadOnlyList<T> items, IReadOnlyList<T> before, int page, Func<T, T, bool> same)
    {
        int from = (page - 1) * PageSize, to = Math.Min(items.Count, from + PageSize);
        return items.Count == before.Count && Enumerable.Range(from, Math.Max(0, to - from)).All(i => same(items[i], before[i]));
    }

    /// <summary>Links to all pages; nothing where there is one.</summary>
    /// <param name="root">From the page to the site's root.</param>
    public Html Links(int page, string root = "") => Pages == 1
        ? Html.Empty
        : Html.Of($"<nav class=\"pages\" aria-label=\"Pages\"><ul>\n{Enumerable.Range(1, Pages).Select(number => Link(number, page, root))}</ul></nav>\n");

    private Html Link(int number, int current, string root) => number == current
        ? Html.Of($"<li><a href=\"{root}{PathOf(number)}\" aria-current=\"page\">{number}</a></li>\n")
        : Html.Of($"<li><a href=\"{root}{PathOf(number)}\">{number}</a></li>\n");
}

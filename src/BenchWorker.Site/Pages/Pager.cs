using System.Globalization;

namespace BenchWorker.Site;

/// <summary>A list too long for one page, cut into several.</summary>
/// <param name="Path">Of the first page; the others have the same name with a number.</param>
internal sealed record Pager(string Path, int Items, int PageSize)
{
    public int Pages => Math.Max(1, (Items + PageSize - 1) / PageSize);

    /// <param name="page">Starts at 1.</param>
    public string PathOf(int page) => page == 1 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path[..Path.LastIndexOf('.')]}-{page}.html");

    public IEnumerable<T> Slice<T>(IReadOnlyList<T> items, int page) => items.Skip((page - 1) * PageSize).Take(PageSize);

    /// <summary>Links to all pages; nothing where there is one.</summary>
    public Html Links(int page) => Pages == 1
        ? Html.Empty
        : Html.Of($"<nav class=\"pages\" aria-label=\"Pages\"><ul>\n{Enumerable.Range(1, Pages).Select(number => Link(number, page))}</ul></nav>\n");

    private Html Link(int number, int current) => number == current
        ? Html.Of($"<li><a href=\"{PathOf(number)}\" aria-current=\"page\">{number}</a></li>\n")
        : Html.Of($"<li><a href=\"{PathOf(number)}\">{number}</a></li>\n");
}

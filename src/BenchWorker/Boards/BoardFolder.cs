using System.Text;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The board files of one folder, <c>*.yaml</c> and <c>*.yml</c>, in ordinal order of name.</summary>
public static class BoardFolder
{
    /// <returns>Empty when the folder does not exist: every benchmark then has its default board.</returns>
    /// <exception cref="BoardFileException">A file is not a valid board file, or two boards share a slug.</exception>
    /// <param name="targets">Names that <c>publish: { to: [...] }</c> may say; null to take any.</param>
    public static IReadOnlyList<Board> Load(string folder, IReadOnlyCollection<string>? targets = null)
    {
        List<Board> boards = [];
        List<BoardFileError> errors = [];
        Dictionary<string, string> declaredIn = new(StringComparer.Ordinal);
        foreach (string path in Files(folder))
        {
            try
            {
                foreach (Board board in BoardFile.Parse(path, File.ReadAllText(path, Encoding.UTF8), targets))
                {
                    if (declaredIn.TryAdd(board.Slug, path))
                        boards.Add(board);
                    else
                        errors.Add(new BoardFileError(path, 1, $"Board \"{board.Slug}\" is declared in {declaredIn[board.Slug]} too; slugs are unique."));
                }
            }
            catch (BoardFileException e)
            {
                errors.AddRange(e.Errors);
            }
        }

        return errors.Count == 0 ? boards : throw new BoardFileException(errors);
    }

    public static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Where(static path => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : [];
}

using BenchWorker.Site;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BenchWorker;

/// <summary>Board files: YAML, one or several boards (documents) a file.</summary>
public static class BoardFile
{
    /// <summary>A board file is written by hand; what is larger is a mistake.</summary>
    private const int MaxCharacters = 1_000_000;

    /// <param name="file">Named in errors.</param>
    /// <param name="targets">Names that <c>publish: { to: [...] }</c> may say; null to take any.</param>
    /// <exception cref="BoardFileException">Anything in the text is not a valid board; all errors are told.</exception>
    public static IReadOnlyList<Board> Parse(string file, string yaml, IReadOnlyCollection<string>? targets = null)
    {
        BoardFileErrors errors = new(file);
        List<Board> boards = [];
        foreach (YamlDocument document in Load(file, yaml))
        {
            if (document.RootNode is YamlMappingNode mapping)
                boards.Add(BoardReader.Read(new MappingReader(mapping, "board", errors), targets));
            else
                errors.Add(document.RootNode.Start.Line, "A board is a mapping that begins with \"board: its-slug\".");
        }

        foreach (IGrouping<string, Board> twins in boards.GroupBy(static board => board.Slug, StringComparer.Ordinal).Where(static group => group.Count() > 1))
            errors.Add(1, $"Board \"{twins.Key}\" is declared {twins.Count()} times; slugs are unique.");
        return errors.Found.Count == 0 ? boards : throw new BoardFileException(errors.Found);
    }

    private static IList<YamlDocument> Load(string file, string yaml)
    {
        if (yaml.Length > MaxCharacters)
            throw new BoardFileException([new BoardFileError(file, 1, $"The file has {yaml.Length} characters; a board file has at most {MaxCharacters}.")]);
        try
        {
            YamlStream stream = [];
            stream.Load(new StringReader(yaml));
            return stream.Documents;
        }
        catch (YamlException e)
        {
            throw new BoardFileException([new BoardFileError(file, e.Start.Line, $"Not YAML: {e.Message}")]);
        }
    }
}

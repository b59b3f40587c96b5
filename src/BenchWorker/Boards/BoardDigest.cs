using System.Security.Cryptography;
using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>One hash over a board's declaration and over the program that makes its pages; when it changes, the board is refreshed.</summary>
internal static class BoardDigest
{
    private static readonly string Program = string.Concat(
        new[] { typeof(ScoreTable), typeof(Scene), typeof(Board) }.Select(static part => part.Module.ModuleVersionId.ToString("N")));

    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Of(Board board)
    {
        // The source is a closed choice, which the serializer sees as its empty base; its own text says everything.
        byte[] declaration = JsonSerializer.SerializeToUtf8Bytes(new object[] { board, board.Source.ToString()!, Program });
        return Convert.ToHexStringLower(SHA256.HashData(declaration).AsSpan(0, 16));
    }
}

using System.ComponentModel.DataAnnotations;

namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Boards</c>.</summary>
public sealed class BoardOptions
{
    public const string Section = "BenchWorker:Boards";

    /// <summary>Folder of board files. A benchmark that no file names has a default board, so the folder may be empty or absent.</summary>
    [Required]
    public string Folder { get; set; } = "boards";
}

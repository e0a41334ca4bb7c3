using System.Text;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests;

/// <summary>Runs the tool in this process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Tool(int Code, string Output, string Error)
{
    public static string Packs { get; } = SmallPacks.Path;

    public static string Shipped { get; } = RepositoryRoot.Combine("rulepacks");

    public static string Gaoqing { get; } = RepositoryRoot.Combine("samples/gaoqing/snapshot.json");

    public static Tool Run(params string[] arguments) => Run(80, CancellationToken.None, arguments);

    public static Tool Run(int width, CancellationToken cancellation, params string[] arguments)
    {
        using MemoryStream output = new();
        using MemoryStream error = new();
        int code = Program.Run(arguments, new Terminal(output, error, width, colours: false), cancellation);
        return new Tool(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}

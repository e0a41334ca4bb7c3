using System.Text;
using ComplianceRules.Cli;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.RealData;

/// <summary>The <c>compliance-rules</c> tool, run in the root of the repository; in this process, because starting one takes longer than most runs do.</summary>
internal static class Tool
{
    private const int Width = 100;

    static Tool() => Environment.CurrentDirectory = RepositoryRoot.Path;

    public static Task<ExternalProcess> Run(params string[] arguments) => Task.Run(() =>
    {
        using MemoryStream output = new();
        using MemoryStream error = new();
        Terminal terminal = new(output, error, Width, false) { Input = Stream.Null };
        int code = Program.Run(arguments, terminal, CancellationToken.None);
        return new ExternalProcess(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    });
}

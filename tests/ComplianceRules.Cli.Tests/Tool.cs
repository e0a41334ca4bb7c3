using System.Text;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests;

/// <summary>Runs the tool in this process, on a machine that says nothing of itself unless a test says otherwise.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Tool(int Code, string Output, string Error)
{
    public static string Packs { get; } = SmallPacks.Path;

    public static string Shipped { get; } = RepositoryRoot.Combine("rulepacks");

    public static string Gaoqing { get; } = RepositoryRoot.Combine("samples/gaoqing/snapshot.json");

    /// <summary>What it wrote to standard output, as it is.</summary>
    public byte[] Bytes { get; private init; } = [];

    // Bytes say no more than the output does.
    public bool Equals(Tool? other) => other is not null && (Code, Output, Error) == (other.Code, other.Output, other.Error);

    public override int GetHashCode() => (Code, Output, Error).GetHashCode();

    public static Tool Run(params string[] arguments) => Run(80, CancellationToken.None, arguments);

    public static Tool Run(int width, CancellationToken cancellation, params string[] arguments) => RunOn(new ToolMachine { Width = width, Cancellation = cancellation }, arguments);

    public static Tool RunOn(ToolMachine machine, params string[] arguments)
    {
        using MemoryStream output = new();
        using MemoryStream error = new();
        using MemoryStream input = new(machine.Input);
        Terminal terminal = new(output, error, machine.Width, machine.IsScreen) { Input = input, IsScreen = machine.IsScreen, IsErrorScreen = machine.IsErrorScreen, ErrorColours = machine.IsErrorScreen };
        int code = Program.Run(arguments, terminal, machine.Cancellation, machine.Surroundings);
        return new Tool(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray())) { Bytes = output.ToArray() };
    }
}

using System.CommandLine;
using System.Text;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Proposals;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>map</c>: proposes a mapping for a table that nobody has described.</summary>
internal static class MapCommand
{
    private const string Name = "map";
    private const int MostNotFound = 20;

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument tables = new("tables");
        ValueOption packs = new("--packs", "dir") { IsNeeded = true };
        ValueOption inputName = new("--stdin-filename", "name");
        ValueOption target = new("--out", "file");
        ValueOption encoding = new("--encoding", "name");
        ValueOption sheet = new("--sheet", "name");
        Command command = new(Name) { tables, packs, inputName, target, encoding, sheet };
        command.SetAction(parse =>
        {
            Session session = open(parse);
            OptionReader options = new(parse, session.Words);
            MapRequest request = new(options.Needed(tables), options.Needed(packs))
            {
                InputName = options.Text(inputName),
                Out = options.Output(target),
                Encoding = options.Text(encoding),
                Sheet = options.Text(sheet),
            };
            Check(request, options, session);
            return (int)(options.Problems.Count > 0 ? UsageFault.Print(session, Name, options.Problems) : Run(request, session));
        });
        return command;
    }

    private static void Check(MapRequest request, OptionReader options, Session session)
    {
        bool isSent = request.Tables == DataInput.StandardInput;
        if (isSent && request.InputName is null) options.Refuse(session.Words.UnknownKindOfData(request.Tables));
        if (!isSent && request.InputName is not null) options.Refuse(session.Words.InputNameWithFile(request.Tables));
        if (request.Encoding is { } encoding && !TextEncodings.IsKnown(encoding)) options.Refuse(session.Words.NotAnEncoding("--encoding", encoding, TextEncodings.Names));
        if (request.Out is not { } target) return;
        if (!OutputFile.IsPossible(target)) options.Refuse(session.Words.NoFolderForOutput(target));
        else if (InputFiles.Includes(new EvaluateRequest(request.Tables, request.Packs), target)) options.Refuse(session.Words.OutIsInput("--out", target));
    }

    private static ExitCode Run(MapRequest request, Session session)
    {
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        if (Read(request, session) is not { } sample) return ExitCode.Data;
        MappingProposal proposal = MappingProposal.Of(sample.Sheets, catalogue.Schema, sample.Encoding);
        Tell(proposal, session);
        return Write(proposal.Json, request.Out, session);
    }

    // Packs of a nation need hundreds of facts that no single table has.
    private static void Tell(MappingProposal proposal, Session session)
    {
        int most = session.Verbosity == Verbosity.Verbose ? int.MaxValue : MostNotFound;
        int notFound = 0;
        foreach (ProposalRemark remark in proposal.Remarks)
        {
            if (!remark.IsNotFound || ++notFound <= most) session.Notices.WriteLine(Printable.Of(remark.Text(session.Words.Language)));
        }

        if (notFound > most) session.Notices.WriteLine(session.Words.MoreNotFound(notFound - most));
    }

    private static SampleFile? Read(MapRequest request, Session session)
    {
        DataInput data = new(request.Tables, request.InputName, session.Terminal.Input);
        try
        {
            if (!data.Exists) throw new FileNotFoundException(data.Name);
            Checked<SampleFile> read = data.Kind == DataKind.Tables
                ? SampleSheets.Read(data.Tables(), data.Name, request.Encoding, request.Sheet, session.Cancellation)
                : SampleSheets.NoTable(data.Name);
            if (read.IsValid) return read.Value;
            DiagnosticPrinter.Print(session.Terminal.Error, read.Diagnostics, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(data.Name, error));
        }

        return null;
    }

    private static ExitCode Write(string json, string? target, Session session)
    {
        if (target is null)
        {
            session.Terminal.Out.Write(json);
            return ExitCode.Success;
        }

        try
        {
            OutputFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes(json)));
            return ExitCode.Success;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(target, session.Words.Of(error)));
            return ExitCode.Unexpected;
        }
    }
}

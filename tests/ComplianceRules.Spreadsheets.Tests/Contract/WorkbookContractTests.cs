namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class WorkbookContractTests() : SnapshotSourceContract(new WorkbookKit());

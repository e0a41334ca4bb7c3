using System.Runtime.InteropServices;

namespace ComplianceRules.External.Tests.Sql.DuckDb;

/// <summary>The functions of the database's own library that tests call.</summary>
internal static partial class DuckDbLibrary
{
    private const string Name = "duckdb";
    private const string FolderVariable = "COMPLIANCE_NODE_MODULES";

    static DuckDbLibrary() => NativeLibrary.SetDllImportResolver(typeof(DuckDbLibrary).Assembly, (name, _, _) => name == Name ? NativeLibrary.Load(Path.Combine(Modules, "@duckdb/node-bindings-linux-x64/libduckdb.so")) : nint.Zero);

    private static string Modules => Environment.GetEnvironmentVariable(FolderVariable) ?? Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "artifacts/node/node_modules");

    private static string Root(DirectoryInfo at) => File.Exists(Path.Combine(at.FullName, "ComplianceRules.sln")) ? at.FullName : Root(at.Parent ?? throw new DirectoryNotFoundException());

    [LibraryImport(Name, EntryPoint = "duckdb_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string? path, out nint database);

    [LibraryImport(Name, EntryPoint = "duckdb_connect")]
    public static partial int Connect(nint database, out nint connection);

    [LibraryImport(Name, EntryPoint = "duckdb_disconnect")]
    public static partial void Disconnect(ref nint connection);

    [LibraryImport(Name, EntryPoint = "duckdb_close")]
    public static partial void Close(ref nint database);

    [LibraryImport(Name, EntryPoint = "duckdb_interrupt")]
    public static partial void Interrupt(nint connection);

    [LibraryImport(Name, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Prepare(nint connection, string query, out nint statement);

    [LibraryImport(Name, EntryPoint = "duckdb_prepare_error")]
    public static partial nint PrepareError(nint statement);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_prepare")]
    public static partial void DestroyPrepare(ref nint statement);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_parameter_index", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ParameterIndex(nint statement, out ulong index, string name);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_null")]
    public static partial int BindNull(nint statement, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_int64")]
    public static partial int BindInt64(nint statement, ulong index, long value);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_double")]
    public static partial int BindDouble(nint statement, ulong index, double value);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_varchar", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int BindText(nint statement, ulong index, string value);

    [LibraryImport(Name, EntryPoint = "duckdb_execute_prepared")]
    public static partial int Execute(nint statement, ref DuckDbResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_result_error")]
    public static partial nint ResultError(ref DuckDbResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_result")]
    public static partial void DestroyResult(ref DuckDbResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_row_count")]
    public static partial ulong RowCount(ref DuckDbResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_column_count")]
    public static partial ulong ColumnCount(ref DuckDbResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_column_name")]
    public static partial nint ColumnName(ref DuckDbResult result, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_column_type")]
    public static partial int ColumnType(ref DuckDbResult result, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_value_int64")]
    public static partial long Int64(ref DuckDbResult result, ulong column, ulong row);

    [LibraryImport(Name, EntryPoint = "duckdb_value_double")]
    public static partial double Double(ref DuckDbResult result, ulong column, ulong row);

    [LibraryImport(Name, EntryPoint = "duckdb_value_varchar")]
    public static partial nint Text(ref DuckDbResult result, ulong column, ulong row);

    [LibraryImport(Name, EntryPoint = "duckdb_free")]
    public static partial void Free(nint memory);
}

import type { Dashboard, Panel } from '@grafana/schema';
import type * as Stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as Table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as TimeSeries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

/** What a type looks like in JSON: the texts of an enum stand for its members. */
type InJson<T> = 0 extends 1 & T
  ? unknown
  : T extends string
    ? `${T}`
    : T extends readonly (infer E)[]
      ? InJson<E>[]
      : T extends object
        ? { [K in keyof T]: InJson<T[K]> }
        : T;

interface PanelOf<Type extends string, Options, Custom extends object> extends Omit<
  Panel,
  'type' | 'options' | 'fieldConfig'
> {
  type: Type;
  title: string;
  options: Options;
  fieldConfig: Omit<NonNullable<Panel['fieldConfig']>, 'defaults'> & {
    defaults: Omit<NonNullable<Panel['fieldConfig']>['defaults'], 'custom'> & { custom?: Partial<Custom> };
  };
}

/** A dashboard of the kinds of panels that ours has, by the types that Grafana publishes. */
export type DashboardJson = InJson<
  Omit<Dashboard, 'panels'> & {
    panels: (
      | PanelOf<'stat', Stat.Options, never>
      | PanelOf<'table', Table.Options, Table.FieldConfig>
      | PanelOf<'timeseries', TimeSeries.Options, TimeSeries.FieldConfig>
    )[];
  }
>;
